import { NothingHere } from '#components/nothing-here.tsx';

/** Inside the frame, which has the `main` already. */
export default function NotFound() {
  return <NothingHere />;
}
