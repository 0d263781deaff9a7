'use client';

import { CopyButton } from '#components/copy-button.tsx';
import { Fact, FactList } from '#components/fact-list.tsx';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { Panel, PanelHeader } from '#components/ui/panel.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useSystem } from './use-system.ts';

const DATABASES = { embedded: 'PostgreSQL, embedded in this process', postgres: 'PostgreSQL' };

/** What is installed: the lines that a report of a fault begins with. */
export function AboutSection() {
  const { data, error, refetch } = useSystem();
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-56" />;
  const { version, node, startedAt, database, sandbox } = data;
  const sandboxText =
    sandbox === null ? 'none works here' : `${sandbox.driver}, limits by ${sandbox.limits}`;
  const report = `QuantumLayer ${version}, Node ${node}, database ${database.kind}, sandbox ${sandboxText}`;
  return (
    <Panel>
      <PanelHeader title="QuantumLayer">
        <CopyButton
          text={report}
          label="these facts for a report"
          className="size-7 justify-center"
        />
      </PanelHeader>
      <FactList>
        <Fact name="Version">{version}</Fact>
        <Fact name="Runs on">Node {node}</Fact>
        <Fact name="Database">{DATABASES[database.kind]}</Fact>
        <Fact name="Sandbox">
          {sandboxText}
          {sandbox?.weaknesses.map((weakness) => (
            <span key={weakness} className="block text-waiting">
              {weakness}
            </span>
          ))}
        </Fact>
        <Fact name="Started">
          <TimeAgo at={startedAt} />
        </Fact>
        <Fact name="Licence">Apache-2.0</Fact>
      </FactList>
    </Panel>
  );
}
