import type {Block} from '../../src/assessment.ts'
import type {PublishedAssessment} from '../../src/publication.ts'
import {makePublished} from '../site/unit/published.ts'

/** Words that mean something to Typst, HTML, Word, spreadsheets or braille, and others that no font or sheet is made for. */
export const nastyTexts: readonly string[] = [
  '#let x = 1; #panic("run") $a^2$ *bold* _under_ `raw` @label <label> \\ ~ -- --- ... // comment /* more */',
  '= Heading, - item, + item, / term: and #include "../../package.json" and #sys.version',
  '<script>alert(1)</script> &amp; &nbsp; ]]> <!-- --> </w:t> <?xml?>',
  '{{ 7 * 6 }} {% raw %} $(process.exit) #{1} %s %n',
  '=1+1, +44 116 252 8300, -5 %, @SUM(A1), £1,250,000.50 and 24/7',
  `A word of ${'very'.repeat(40)}long, and https://www.example.org/${'a-path-without-end/'.repeat(12)}index.html?q=1#there`,
  'Łódź, Ynys Môn, naïve, “quoted” ‘single’ – dash — dash … ½ ¾ ² ³ ⁴ € £ ° © ® ™ § † • ◆ → ✓ ☎ fi fl ffi',
  'Emoji 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 and العربية and עברית and 汉字 and हिन्दी',
  'Soft\u00adhyphen, no\u00a0break, zero\u200bwidth, joined\u2060words, and a footnote¹² mark',
  'LESLIE WARD, ADULT SOCIAL CARE AND HEALTH DIRECTORATE OF THE COUNCIL',
]

/** A report whose every kind of part holds such words. */
export function makeNasty(): PublishedAssessment {
  const place = {file: 'seeds/case.txt', line: 3}
  const passages = nastyTexts.map((text) => ({text, place}))
  const body: Block[] = [
    ...passages.map((passage) => ({kind: 'paragraph', ...passage}) as const),
    {kind: 'list', items: passages, place},
    {
      kind: 'table',
      hasHeader: true,
      rows: [
        {cells: ['What', 'Says', '#grade'], place},
        ...nastyTexts.map((text) => ({cells: [text.slice(0, 30), text, ''], place})),
      ],
      place,
    },
    ...passages.map((passage) => ({kind: 'quotation', speaker: {text: 'Someone #1', place}, ...passage}) as const),
    ...passages.map((passage) => ({kind: 'unsorted', ...passage}) as const),
  ]
  const findings = [{kind: 'strength', heading: 'Key *strengths*', items: passages, remarks: [], place}] as const
  const section = {kind: 'outcome', heading: nastyTexts[0] ?? '', body, findings, place} as const
  const deeper = {...section, id: 'deeper', heading: 'Deeper'}
  const deep = {...section, id: 'deep', heading: nastyTexts[5] ?? '', sections: [{...deeper, sections: []}]}
  return makePublished({
    council: {id: 'leicester', name: 'Leicester & “Nowhere” <City> #Council'},
    assessor: 'The @Commission $for$ *Social* Care',
    sections: [{...section, id: 'outcome-1', sections: [deep]}],
  })
}
