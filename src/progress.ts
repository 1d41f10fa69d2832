import type {WriteStream} from 'node:tty'

/** Shows each stage as it goes: one live line in a terminal, a plain line per finished stage elsewhere. */
export function makeProgress(stream: Pick<WriteStream, 'write'> & {readonly isTTY?: boolean}) {
  let startedAt = performance.now()
  let current = ''
  return (stage: string, done: number, total: number): void => {
    if (stage !== current) {
      current = stage
      startedAt = performance.now()
    }
    const count = total > 1 ? ` ${done} of ${total}` : ''
    const isDone = done >= total
    const time = isDone ? ` (${((performance.now() - startedAt) / 1000).toFixed(1)} s)` : ' …'
    if (stream.isTTY) stream.write(`\r\u001b[2K${stage}${count}${time}${isDone ? '\n' : ''}`)
    else if (isDone) stream.write(`${stage}${count}${time}\n`)
  }
}
