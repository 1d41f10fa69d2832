import {easyRead} from './easy-read/index.ts'
import {largePrint} from './large-print.ts'
import {standard} from './standard.ts'
import type {Variant} from './variant.ts'

/** The ways to read a report, in the order of the switcher: the printed words first. */
export const variants: readonly Variant[] = [standard, easyRead, largePrint]
