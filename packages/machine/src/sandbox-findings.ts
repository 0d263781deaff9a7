import { access, constants, readdir } from 'node:fs/promises';
import { type Finding, failed, limited, ok } from './finding.ts';
import { tryProgram } from './try-program.ts';

const namespaces = ['--unshare-all', '--die-with-parent', '--ro-bind', '/', '/', '--proc', '/proc'];

/** Tries both drivers by isolating a real process, since a program that is installed may still be forbidden to. */
export async function findSandbox(): Promise<Finding[]> {
  const [bubblewrap, unshare, limits] = await Promise.all([
    tryBubblewrap(),
    tryUnshare(),
    findLimits(),
  ]);
  const hasDriver = bubblewrap.status === 'ok' || unshare.status === 'ok';
  const drivers = hasDriver
    ? [bubblewrap, unshare]
    : [
        failed(
          'sandbox',
          'neither bubblewrap nor namespaces work: generated code is not run here',
          installBubblewrap,
        ),
        bubblewrap,
        unshare,
      ];
  return [...drivers, limits];
}

const installBubblewrap = 'sudo apt-get install -y bubblewrap';

async function tryBubblewrap(): Promise<Finding> {
  const version = await tryProgram('bwrap', ['--version']);
  if (!version.worked) return limited('bubblewrap', 'is not installed', installBubblewrap);
  const { worked, output } = await tryProgram('bwrap', [...namespaces, 'true']);
  return worked
    ? ok('bubblewrap', `${version.output}, isolates a process`)
    : limited(
        'bubblewrap',
        `${version.output}, but it fails: ${lastLine(output)}`,
        allowNamespaces,
      );
}

const allowNamespaces =
  'sudo sysctl -w kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0';

async function tryUnshare(): Promise<Finding> {
  const args = [
    '--user',
    '--map-root-user',
    '--pid',
    '--fork',
    '--mount',
    '--net',
    '--ipc',
    '--uts',
    'true',
  ];
  const [tried, setpriv] = await Promise.all([
    tryProgram('unshare', args),
    tryProgram('setpriv', ['--version']),
  ]);
  if (tried.worked && setpriv.worked)
    return ok('namespaces', 'unshare and setpriv isolate a process');
  const why = tried.worked ? 'setpriv is missing' : lastLine(tried.output);
  return limited(
    'namespaces',
    `the second driver cannot be used: ${why}`,
    'sudo apt-get install -y util-linux',
  );
}

async function findLimits(): Promise<Finding> {
  if (await canWrite('/sys/fs/cgroup/cgroup.subtree_control'))
    return ok('cgroups', 'version 2, writable');
  const wanted = ['memory', 'pids', 'cpu'];
  const found = await readdir('/sys/fs/cgroup').catch((): string[] => []);
  const isVersion1 = wanted.every((name) => found.includes(name));
  if (isVersion1 && (await canWrite('/sys/fs/cgroup/memory')))
    return ok('cgroups', 'version 1, writable');
  return limited(
    'cgroups',
    'not writable: limits are kept with rlimits, which count per process',
    'run as root, or delegate a cgroup: systemd-run --user --scope -p Delegate=yes npm start',
  );
}

async function canWrite(path: string): Promise<boolean> {
  return await access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
}

function lastLine(text: string): string {
  return text.split('\n').at(-1) ?? '';
}
