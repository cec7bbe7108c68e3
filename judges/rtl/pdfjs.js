// SPDX-License-Identifier: Apache-2.0
// Prints what pdf.js reads from each page of a PDF, as a JSON list of texts: node pdfjs.js FILE
const build = '/usr/share/javascript/pdf/build/';
const pdfjs = require(build + 'pdf.js');
pdfjs.GlobalWorkerOptions.workerSrc = build + 'pdf.worker.js';

async function main() {
    const data = new Uint8Array(require('fs').readFileSync(process.argv[2]));
    const pdf = await pdfjs.getDocument({ data, verbosity: 0 }).promise;
    const pages = [];
    for (let number = 1; number <= pdf.numPages; number++) {
        const content = await (await pdf.getPage(number)).getTextContent();
        pages.push(content.items.map(item => item.str + (item.hasEOL ? '\n' : '')).join(''));
    }
    console.log(JSON.stringify(pages));
}

main();
