#!/usr/bin/env node
import { keepCompiled } from '@quantumlayer/machine/keep-compiled';

keepCompiled();
await import('./run-command-line.ts');
