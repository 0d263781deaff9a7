'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { ProblemNotice } from '#components/problem-notice.tsx';
import { ProjectFields } from '#components/project-fields.tsx';
import { useCommands } from '#components/shell/commands.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogContent, DialogTrigger } from '#components/ui/dialog.tsx';
import { api } from '#lib/api.ts';
import { projectsKey } from '#lib/queries/project-queries.ts';

export function NewProjectDialog() {
  const [isOpen, setIsOpen] = useState(false);
  useCommands('new-project', [
    {
      id: 'project.new',
      name: 'Create a project',
      group: 'Projects',
      key: 'c',
      run: () => setIsOpen(true),
    },
  ]);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Plus aria-hidden />
          New project
        </Button>
      </DialogTrigger>
      <DialogContent title="New project">
        <NewProjectForm />
      </DialogContent>
    </Dialog>
  );
}

function NewProjectForm() {
  const router = useRouter();
  const client = useQueryClient();
  const [project, setProject] = useState({ name: '', description: '' });
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => api.createProject({ ...project, name: project.name.trim() }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: projectsKey });
      router.push(`/projects/${id}`);
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    mutate();
  }

  return (
    <form onSubmit={submit} className="grid gap-4">
      <ProjectFields value={project} onChange={setProject} />
      {error !== null && <ProblemNotice error={error} />}
      <Button
        type="submit"
        variant="primary"
        className="justify-self-end"
        disabled={isPending || project.name.trim() === ''}
      >
        {isPending ? 'Creating' : 'Create'}
      </Button>
    </form>
  );
}
