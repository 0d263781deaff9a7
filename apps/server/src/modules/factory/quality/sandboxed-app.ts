import type { SandboxSpec } from '#modules/factory/sandbox/index.ts';
import type { Credentials } from './sign-in-people.ts';

const MIB = 1024 * 1024;

/** Each check gets this much; an embedded PostgreSQL alone takes 1 GiB while its engine is compiled. */
export const CHECK_LIMITS = {
  memoryBytes: 1536 * MIB,
  cpus: 2,
  pids: 256,
  diskBytes: 512 * MIB,
  outputBytes: 4 * MIB,
} as const;

/** Longest wall-clock time of each program, milliseconds. */
export type WallLimits = Record<'typecheck' | 'lint' | 'build' | 'tests' | 'app', number>;

export const WALL_MS: WallLimits = {
  typecheck: 180_000,
  lint: 60_000,
  build: 120_000,
  tests: 300_000,
  app: 1_200_000,
};

/** Below the work folder: what the app that is attacked leaves while it runs, its socket and its rows. */
const RUN_FOLDER = '.run';
const DATA = 'data';

/** Folders below the work folder that programs inside may write to. */
export const WRITABLE_FOLDERS = ['reports', RUN_FOLDER] as const;
const APP = '/app';
const SOCKET_FOLDER = '/run/app';
const SOCKET_FILE = 'app.sock';
/** Where the app that is attacked keeps its rows, below the work folder: attacks look into it. */
export const DATA_FOLDER = `${RUN_FOLDER}/${DATA}`;

export type Place = {
  workPath: string;
  dependencyPath: string;
  label: string;
  /** The folder whose data the app uses, where that is not its own. */
  runPath?: string;
  /** What the socket of the app is called, where more than one was in the folder. */
  socketFile?: string;
};

/** Where the app makes its socket, on the host. */
export function socketPathOf({ workPath, runPath = workPath, socketFile = SOCKET_FILE }: Place) {
  return `${runPath}/${RUN_FOLDER}/${socketFile}`;
}

/** How a program of the app runs: code and dependencies read-only, the rest private. */
export function describeProgram(
  { workPath, dependencyPath, label }: Place,
  command: readonly string[],
  wallMs: number,
): SandboxSpec {
  return {
    label,
    command,
    cwd: APP,
    env: {
      NO_COLOR: '1',
      CI: 'true',
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      DATA_DIR: '/tmp/data',
    },
    mounts: [
      { source: workPath, target: APP },
      { source: dependencyPath, target: `${APP}/node_modules` },
    ],
    limits: { ...CHECK_LIMITS, wallMs },
  };
}

/** Where tests leave their reports. */
export const REPORTS_FOLDER = 'reports';

/** How a program runs that leaves files behind, in one folder of the app and nowhere else. */
export function describeWriter(
  place: Place,
  command: readonly string[],
  wallMs: number,
  folder: string,
): SandboxSpec {
  const program = describeProgram(place, command, wallMs);
  const written = {
    source: `${place.workPath}/${folder}`,
    target: `${APP}/${folder}`,
    writable: true,
  };
  return { ...program, mounts: [...program.mounts, written] };
}

/** How the app itself runs: it listens on a socket that the factory reaches from outside. */
export function describeServer(
  place: Place,
  command: readonly string[],
  wallMs: number,
  admin: Credentials,
): SandboxSpec {
  const program = describeProgram(place, command, wallMs);
  return {
    ...program,
    env: {
      ...program.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      SOCKET: `${SOCKET_FOLDER}/${place.socketFile ?? SOCKET_FILE}`,
      DATA_DIR: `${SOCKET_FOLDER}/${DATA}`,
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
      API_KEY: admin.password,
    },
    mounts: [...program.mounts, runMount(place)],
  };
}

/** A program on the data of an app that is not running: what prints its rows, or makes some. */
export function describeBeside(
  place: Place,
  command: readonly string[],
  wallMs: number,
): SandboxSpec {
  const program = describeProgram(place, command, wallMs);
  return {
    ...program,
    env: { ...program.env, DATA_DIR: `${SOCKET_FOLDER}/${DATA}` },
    mounts: [...program.mounts, runMount(place)],
  };
}

function runMount({ workPath, runPath = workPath }: Place) {
  return { source: `${runPath}/${RUN_FOLDER}`, target: SOCKET_FOLDER, writable: true };
}
