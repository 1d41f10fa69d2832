import {findingsCsv, judgementsCsv} from './csv.ts'
import type {DataFormat} from './format.ts'
import {json} from './json.ts'

/** The files that gather all assessments: the contract first, then the same facts flat. */
export const dataFormats: readonly DataFormat[] = [json, judgementsCsv, findingsCsv]
