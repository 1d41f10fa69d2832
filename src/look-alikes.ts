// Letters of Cyrillic, Greek and Armenian that look like one of ours: Unicode Technical Standard 39, confusables.txt.
const pairs =
  'аa АA ВB сC СC ԁd еe ЕE ԍG һh НH іi ІI ӀI ӏl јj ЈJ кk КK МM оo ОO рp РP ԛq ѕs ЅS ТT тt уy УY ѵv ԝw хx ХX ьb ' +
  'αa ΑA ΒB ΕE ΖZ ΗH ιi ΙI κk ΚK ΜM ΝN νv οo ΟO ρp ΡP ΤT υu ΥY χx ΧX օo ոn սu հh'
const plain = new Map(pairs.split(' ').map((pair) => [pair[0] ?? '', pair[1] ?? '']))
const alike = new RegExp(`[${[...plain.keys()].join('')}]`, 'gu')

/** Letters as an eye takes them: `Nоt for рublication` with a Cyrillic `о` and `р` reads as if it had none. */
export const foldLookAlikes = (text: string): string =>
  text.replace(alike, (letter) => {
    const own = plain.get(letter) ?? letter
    return letter === letter.toLowerCase() ? own.toLowerCase() : own
  })
