import type {Content} from '../content.ts'
import type {Publication} from '../publication.ts'

/** A file to download that gathers all assessments. */
export interface DataFormat {
  /** Address: `/data/judgements.csv`. */
  readonly path: string
  readonly write: (publication: Publication, content: Content) => string
}
