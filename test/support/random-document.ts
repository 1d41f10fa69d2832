import fc from 'fast-check'

/**
 * Texts made of what documents hold, in an order that no document has: headings of all families, bullets, cells, tags,
 * entities, footnote marks, blank lines, other scripts, and lines without an end.
 */
export const randomDocument = (most: number): fc.Arbitrary<string> =>
  fc
    .record({
      lines: fc.array(line, {minLength: 1, maxLength: 120}),
      end: fc.constantFrom('\n', '\n', '\r\n', '\r', '\n\n'),
      size: fc.integer({min: Math.ceil(most / 2), max: most}),
    })
    .map(({lines, end, size}) => {
      // Repeated, since a list of a thousand items or a hundred headings of one name is a trouble of its own.
      const once = `${lines.join(end)}${end}`
      return `${once.repeat(Math.ceil(size / once.length)).slice(0, size)}word`
    })

const words = fc.constantFrom(
  ...'The council has a vision for adult social care and its people were asked to secret E23 IR36 IR35a 2009/10 Well'.split(
    ' ',
  ),
  ...'is good. “Home First” don’t café – £600K 81% (NHS well-being: None N/A Page 3 14 | 33 www.csci.org.uk'.split(' '),
)

const marks = fc.constantFrom(
  ...[
    '• ',
    '◆ ',
    '- ',
    '– ',
    '* ',
    'o ',
    '· ',
    '_ ',
    '▪ ',
    '\u{f0b7}',
    '+ ',
    '1. ',
    '2.1 ',
    '(a) ',
    '# ',
    '### ',
    '> ',
  ],
  ...[
    '\t',
    ' | ',
    '|',
    '|---|',
    '||',
    '  ',
    '\u00a0',
    '\u00ad',
    '\u200b',
    '\u202e',
    '\ufeff',

    '\f',
    '\u2028',
  ],
  ...['**', '*', '_', '`', '\\*', '\\', '[Link](#a)', '![Picture](x.png)', '](javascript:x)', '{{ x }}', '{% x %}'],
  ...[
    '<p>',
    '</p>',
    '<br>',
    '<br/>',
    '<ul>',
    '<li>',
    '</li>',
    '<td>',
    '<tr>',
    '<b>',
    '</b>',
    '<script>',
    '<!--',
    '-->',
  ],
  ...['<sup>3</sup>', '<sup>&</sup>lt;sup>3</sup>', '<sup>&lt;u>6', '<u>', '<', '>', '&', '&amp;', '&#8226;', '&#0;'],
  ...[
    '¹',
    '²³ ',
    'ﬁ',
    'e\u0301',
    '社会福祉',
    'مجلس',
    '👩🏽‍🦽',
    '\ud800',
    '"',
    '“',
    '”',
    '‘',
    '(',
    ')',
    '...',
    '--',
    '......',
  ],
)

const headings = fc.constantFrom(
  ...[
    'Assessment of Performance Report 2009/10',
    'Outcome 1: Improved health and well-being',
    'Leadership',
    'Key strengths',
  ],
  ...[
    'ADULT SOCIAL SERVICES ASSESSMENT OF PERFORMANCE 2009/10 :Northwold',
    'Outcome 3: Making a positive contribution\tWell',
  ],
  ...[
    'Conclusion of 2009/10 performance',
    'Areas for improvement',
    '2009/10 Council APA Performance',
    'Council overall summary',
  ],
  ...[
    'PERFORMANCE SUMMARY REPORT of 2007-08',
    'Introduction',
    'Areas for judgment\tGrade awarded',
    'Delivering Outcomes\tGood',
  ],
  ...[
    'KEY STRENGTHS AND AREAS FOR DEVELOPMENT BY PEOPLE USING SERVICES',
    'Key Areas for Development Key Strengths',
    'Carers',
  ],
  ...[
    'KEY STRENGTHS AND AREAS FOR DEVELOPMENT BY OUTCOME',
    'Improved quality of life',
    'Capacity to improve',
    'Older people',
  ],
  ...[
    'Key strengths Leadership',
    'Commissioning and use of resources',
    'Yours sincerely',
    'Dear Mrs Keene',
    'All people using services',
  ],
  ...[
    '1. Purpose of Report',
    'DECISION STATUS',
    '26th August 2003',
    'PERFORMANCE REVIEW REPORT 2003: NORTHWOLD COUNCIL',
  ],
  ...[
    'SERVICES FOR ADULTS',
    'SERVICES FOR CHILDREN AND FAMILIES',
    'Cost and efficiency',
    'Improvements since the last annual review',
  ],
  ...['You are asked:', '**Glen Mason**', 'Report of the Director', 'Making Social Care Address Line 1', 'Fair Access'],
  ...[
    'OUR SELF ASSESSMENT',
    'Contents',
    'Section A: Overview and Summary\t3',
    '### Section A: Overview and Summary',
    'Improvements',
  ],
  ...[
    '#### **Working with People - Our Self-Assessment**',
    'Our 3 key strengths in this area are:',
    'Safeguarding',
    'Summary',
  ],
  ...[
    'What is our performance and how do we know?',
    'Our priorities for improvement are:',
    'Page 14 | 33',
    '7',
    '8',
    '9',
    '',
  ],
)

const run = fc.array(
  fc.oneof({arbitrary: words, weight: 3}, {arbitrary: marks, weight: 2}, fc.string({unit: 'grapheme'})),
  {
    maxLength: 24,
  },
)

const line = fc.oneof(
  {arbitrary: fc.constant(''), weight: 4},
  {arbitrary: headings, weight: 4},
  {arbitrary: run.map((parts) => parts.join(' ')), weight: 5},
  {arbitrary: run.map((parts) => parts.join('')), weight: 3},
  {arbitrary: fc.tuple(marks, headings).map((parts) => parts.join('')), weight: 2},
  // As other printers write them: `3. Key strengths: Leadership`, `Leadership ........ 3`.
  {
    arbitrary: fc
      .tuple(
        fc.constantFrom('', '3. ', '1.2 ', '(b) ', 'iv. '),
        headings,
        fc.constantFrom('', ':', ' –', '.', ' ........ 3', ' 4', '\t5', ': Leadership', ' - Leadership:', ' ##'),
      )
      .map((parts) => parts.join('')),
    weight: 3,
  },
  {
    arbitrary: fc
      .tuple(run, fc.nat({max: 90_000}))
      .map(([parts, length]) => `${parts.join(' ')} `.repeat(3000).slice(0, length)),
    weight: 1,
  },
)
