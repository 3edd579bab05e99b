/** For a phone, a desk and paper, by day and by night. */
export const STYLE = `
:root{color-scheme:light dark;--soft:light-dark(#5a5f66,#a9afb7);--line:light-dark(#d8dce1,#3a3f46);--back:light-dark(#f4f6f8,#22262b)}
body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:0 auto;padding:1rem;overflow-wrap:break-word}
h1,h2,h3,h4{line-height:1.2}h1{margin:.5rem 0}h2{margin:3rem 0 .5rem;border-bottom:2px solid var(--line)}h3{margin:0 0 .25rem}h4{margin:1rem 0 .25rem}
p{margin:.5rem 0}.lead{font-size:1.1rem}.type,small,figcaption{color:var(--soft);font-size:.9em}
article{border-top:1px solid var(--line);padding:1.25rem 0}section>p+article{border:0}
code{font:.9em ui-monospace,monospace;overflow-wrap:anywhere}
pre{background:var(--back);padding:.75rem;overflow-x:auto;margin:.25rem 0}figure{margin:.5rem 0}
ul{padding-left:1.1rem;margin:.25rem 0}.fields,nav ul{list-style:none;padding-left:0}.fields>li>code:first-child{font-weight:600}.fields .fields{padding-left:1rem;border-left:2px solid var(--line)}
li{margin:.35rem 0}nav{border:1px solid var(--line);padding:.5rem 1rem}nav p{font-weight:600}nav small{white-space:nowrap}
.route b{padding:.1rem .4rem;border-radius:.2rem;color:#fff;background:#1b6e3c;font-size:.85em}.route .post{background:#1d5fae}.route .put{background:#8a5a00}.route .delete{background:#a8242c}
@media print{body{max-width:none;font-size:10pt}nav small{white-space:normal}pre{white-space:pre-wrap;border:1px solid #ccc}h2,h3,h4,.route,figcaption{break-after:avoid}.route{break-inside:avoid}a{color:inherit}.route b[class]{color:#000;background:none;border:1px solid}}
`
