import type { Metadata } from 'next';
import { MachineSection } from '#features/settings/machine-section.tsx';

export const metadata: Metadata = { title: 'This machine' };

export default function Page() {
  return <MachineSection />;
}
