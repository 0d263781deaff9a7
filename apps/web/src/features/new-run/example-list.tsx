import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';
import { examples } from './examples.ts';

export function ExampleList({ onChoose }: { onChoose: (prompt: string) => void }) {
  useCommands(
    'examples',
    examples.map(({ title, prompt }) => ({
      id: `example.${title}`,
      name: `Try the example: ${title}`,
      group: 'New run',
      run: () => onChoose(prompt),
    })),
  );
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-muted">Try</span>
      {examples.map(({ title, prompt }) => (
        <Button key={title} size="sm" title={prompt} onClick={() => onChoose(prompt)}>
          {title}
        </Button>
      ))}
    </div>
  );
}
