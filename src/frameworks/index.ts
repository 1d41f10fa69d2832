import {cqc2009} from './cqc-2009/index.ts'
import {cqc2024Self} from './cqc-2024-self/index.ts'
import {csci2008} from './csci-2008/index.ts'
import type {Framework} from './framework.ts'
import {generic} from './generic/index.ts'
import {ssi2003} from './ssi-2003/index.ts'

/**
 * The families of documents that we can read, in the order of the list of frameworks for readers: oldest first, and last
 * the one that takes any document that is of no other.
 */
export const frameworks: readonly Framework[] = [ssi2003, csci2008, cqc2009, cqc2024Self, generic]
