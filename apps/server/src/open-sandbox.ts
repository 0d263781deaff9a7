import {
  createRefusingSandbox,
  createSandbox,
  inspectSandbox,
  type Sandbox,
  SandboxUnavailable,
} from '#modules/factory/sandbox/index.ts';
import type { Config } from '#platform/config.ts';
import type { Logger } from '#platform/logger.ts';

/**
 * The sandbox of the configuration, with what an earlier process left in it killed. Where this machine has none the
 * factory still starts, says so, and refuses to run generated code.
 */
export async function openSandbox(
  config: Config,
  logger: Logger,
  stateFolder: string,
): Promise<Sandbox> {
  try {
    const options = {
      driver: config.SANDBOX_DRIVER,
      stateFolder,
      nodePath: process.execPath,
      logger,
    };
    const sandbox = await createSandbox(options);
    const killed = await sandbox.collectOrphans();
    logger.info({ isolation: sandbox.describe(), killed }, 'sandbox ready');
    return sandbox;
  } catch (error) {
    if (!(error instanceof SandboxUnavailable)) throw error;
    const { missing } = await inspectSandbox({ nodePath: process.execPath, logger });
    logger.error({ err: error, missing }, 'no sandbox: generated code will not be run');
    return createRefusingSandbox(error);
  }
}
