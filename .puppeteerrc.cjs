// The browser comes from @sparticuz/chromium or CHROME_PATH, so puppeteer must not fetch one of its own at install.
module.exports = {skipDownload: true}
