import { NothingHere } from '#components/nothing-here.tsx';

/** Inside the layout, which has the `main` already. */
export default function NotFound() {
  return <NothingHere />;
}
