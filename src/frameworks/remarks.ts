// What a list is of; `No further delays in adaptations` names none of it and is a finding.
const listed = String.raw`(?:(?:specific|particular|significant|further|other|additional|new|key|major|main)\s+){0,2}(?:areas?\s+(?:for|of)\s+(?:improvement|development|concern)|strengths)`
const found = '(?:identified|noted|recorded|reported|found|listed|highlighted)'
const when = '(?:at this (?:time|stage)|at present|this year|(?:for|in) (?:the|this) year)'
const remark = new RegExp(
  [
    String.raw`none\W*$`,
    String.raw`none\s+(?:(?:was|were|has been|have been)\s+)?(?:identified|noted|recorded|reported|listed|at (?:this|present))\b`,
    String.raw`n\/?a\W*$`,
    String.raw`not applicable\b`,
    String.raw`nil\W*$`,
    String.raw`no\s+(?:\w+\s+){0,5}(?:have|has|were|was|are|is)\s+(?:\w+\s+){0,3}${found}`,
    String.raw`no\s+${listed}(?:\s+${found})?(?:\s+${when})?\W*$`,
    String.raw`there (?:are|were) no\s+${listed}\b`,
  ]
    .map((form) => `^(?:${form})`)
    .join('|'),
  'i',
)

/** `None`, `No areas for improvement`, `No specific areas for improvement have been identified`, `Not applicable`: said, not found. */
export const isRemark = (text: string): boolean => remark.test(text)
