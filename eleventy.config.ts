import type {EleventyConfig} from '@11ty/eleventy'
import {sitePlugin} from './src/site/plugin.ts'

export default function (config: EleventyConfig) {
  config.addPlugin(sitePlugin)
}

export const config = {
  dir: {input: 'content', includes: '../layouts', layouts: '../layouts', data: '_data'},
  templateFormats: ['njk'],
  markdownTemplateEngine: false,
  htmlTemplateEngine: false,
}
