import {AlignmentType, convertMillimetersToTwip, type IStylesOptions, LevelFormat, LineRuleType} from 'docx'

/** Half points, as Word counts sizes. */
const half = (points: number) => points * 2
// One and a half lines, in 240ths of a line.
const lines = {line: 360, lineRule: LineRuleType.AUTO}

/**
 * Every look is a style, so that staff can change one and fit the whole document to a person. Nothing is smaller than the
 * text, slanted, or underlined but for links.
 */
export function makeStyles(points: number): IStylesOptions {
  const font = 'Arial'
  const after = points * 20 * 0.6
  const heading = (scale: number) => ({
    run: {font, bold: true, italics: false, color: '000000', size: half(Math.round(points * scale))},
    paragraph: {keepNext: true, keepLines: true, spacing: {before: points * 24, after, ...lines}},
  })
  const scales = points > 16 ? [1.4, 1.25, 1.1, 1, 1, 1] : [2, 1.5, 1.2, 1.1, 1, 1]
  const headings = scales.map((scale, index) => [`heading${index + 1}`, heading(scale)])
  return {
    default: {
      document: {
        run: {font, size: half(points), language: {value: 'en-GB'}},
        paragraph: {alignment: AlignmentType.LEFT, spacing: {after, ...lines}},
      },
      ...Object.fromEntries(headings),
      listParagraph: {run: {size: half(points)}},
      footnoteText: {run: {size: half(points)}},
      footnoteTextChar: {run: {size: half(points)}},
      endnoteText: {run: {size: half(points)}},
      endnoteTextChar: {run: {size: half(points)}},
      hyperlink: {run: {color: '0B4A6F', underline: {}}},
    },
    paragraphStyles: [
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        quickFormat: true,
        run: {bold: true},
        paragraph: {keepNext: true},
      },
      {
        id: 'Quote',
        name: 'Quote',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: {indent: {left: convertMillimetersToTwip(10)}},
      },
      {id: 'Note', name: 'Note', basedOn: 'Normal', quickFormat: true},
    ],
  }
}

/** Bullets on three levels. */
export const bullets = {
  reference: 'bullets',
  levels: ['•', '–', '•'].map((text, level) => ({
    level,
    format: LevelFormat.BULLET,
    text,
    alignment: AlignmentType.LEFT,
    style: {
      paragraph: {indent: {left: convertMillimetersToTwip(8 * (level + 1)), hanging: convertMillimetersToTwip(8)}},
    },
  })),
}
