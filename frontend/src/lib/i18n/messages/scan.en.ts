/** Photos and PDFs of certificates. */
export default {
  "scan.title": "Scans",
  "scan.none": "No scan yet.",
  "scan.photo": ({ n }: { n: number }) => `Photo ${n}`,
  "scan.pdf": ({ n }: { n: number }) => `PDF ${n}`,
  "scan.add": "Take or choose photos or a PDF of the paper",
  "scan.help": ({ most }: { most: number }) =>
    `At most ${most} files a certificate, 10 MB each. Only your organisation and the officers see them.`,
  "scan.sending": "Sending",
  "scan.retry": "Send again",
  "scan.forget": "Drop this file",
  "scan.remove": ({ n }: { n: number }) => `Remove scan ${n}`,
  "scan.tooMany": ({ most }: { most: number }) => `At most ${most} files a certificate; the others were not sent.`,
  "error.too_many_scans": "This certificate has 5 files. Remove one and send again.",
  "error.scan_was_reviewed": "An officer reviewed the certificate by this scan, so it stays.",
  "error.body_cut_off": "Only a part of the file arrived. Send it again.",
  "field.scan_empty": "This file is empty.",
  "field.scan_too_large": "The file is larger than 10 MB. Take a smaller photo, or split the file.",
  "field.scan_too_slow": "The line is too slow, the file did not arrive. Find a better signal and send again.",
  "field.scan_format_unknown": "Only JPEG, PNG and WebP pictures and PDF files are taken.",
  "field.scan_unreadable": "This picture is broken and cannot be opened. Take it again.",
  "field.scan_too_many_pixels": "This picture is too large. Take it in the usual size and send again.",
};
