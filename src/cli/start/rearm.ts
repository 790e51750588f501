#!/usr/bin/env node
/** The front door of the command: starts the built program, `main.ts`, which lies beside this file. */
import { Chunks } from './chunks.ts';

new Chunks(`${import.meta.dirname}/`).load('main.cjs');
