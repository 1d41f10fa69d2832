import {reportFormats} from '../src/formats/index.ts'
import {layPaper} from '../src/formats/paper.ts'
import {content, readProject} from './support/publication.ts'

/**
 * Prints how long each file of the seeds' reports takes to make and to read back, and how many PDFs a second that is on
 * one core: the design asks for two. It asserts nothing: machines are shared.
 */
const {publication} = readProject()
let pdfs = {count: 0, made: 0, read: 0}
// The first of each opens its program and its fonts.
for (const round of ['first', 'second'] as const) {
  pdfs = {count: 0, made: 0, read: 0}
  for (const format of reportFormats) {
    let [made, read, bytes] = [0, 0, 0]
    for (const published of publication.assessments) {
      const paper = layPaper(published, format.variant, content)
      const before = readCpu()
      const file = await format.make(paper)
      const between = readCpu()
      await format.read(file.bytes)
      made += between - before
      read += readCpu() - between
      bytes += file.bytes.length
    }
    if (format.kind === 'PDF') {
      const {length} = publication.assessments
      pdfs = {count: pdfs.count + length, made: pdfs.made + made, read: pdfs.read + read}
    }
    if (round === 'second') {
      const times = [made, read].map((time) => `${(time / publication.assessments.length).toFixed(0).padStart(5)} ms`)
      console.log(
        `${format.file.padEnd(26)} ${times[0]} to make, ${times[1]} to read back, ${Math.round(bytes / publication.assessments.length / 1000)} KB`,
      )
    }
  }
}
const perSecond = (time: number) => ((pdfs.count / time) * 1000).toFixed(1)
console.log(
  `PDFs: ${perSecond(pdfs.made)} a second made, ${perSecond(pdfs.made + pdfs.read)} a second made and read back; ${Math.round(process.resourceUsage().maxRSS / 1000)} MB of memory at most`,
)

/** Milliseconds of this process's own time. */
function readCpu(): number {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1000
}
