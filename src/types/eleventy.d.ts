/** The part of the package's interface that we use; it ships no types. */
declare module '@11ty/eleventy' {
  export interface EleventyConfig {
    addPlugin(plugin: (config: EleventyConfig) => void): void
    addFilter(name: string, filter: (...values: never[]) => unknown): void
    addNunjucksGlobal(name: string, value: unknown): void
    addGlobalData(name: string, value: unknown): void
    setNunjucksEnvironmentOptions(options: Readonly<Record<string, unknown>>): void
    setUseGitIgnore(isUsed: boolean): void
    readonly benchmarks: {readonly config: {setMinimumThresholdPercent(percent: number): void}}
  }

  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        readonly configPath: string
        readonly quietMode: boolean
        readonly pathPrefix: string
        readonly config: (config: EleventyConfig) => void
      },
    )
    disableLogger(): void
    write(): Promise<readonly [copied: unknown, written: readonly {readonly url: string | false}[]]>
  }
}
