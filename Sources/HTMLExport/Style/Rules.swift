// SPDX-License-Identifier: Apache-2.0

extension StyleSheet {
    /// The rules of every paper, whatever its theme; what a theme says is in properties.
    ///
    /// Sticky cells have grounds of their own, since rows scroll under them. Below 40rem a first column is at most 8rem wide, so that there
    /// is room beside it on a screen of 320 pixels.
    static let rules: StaticString = """
        *,::before,::after{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
        body{margin:0;background:var(--page);color:var(--ink);font-family:var(--font);line-height:var(--leading);overflow-wrap:break-word}
        header,main{max-width:78rem;margin:0 auto;padding:0 1rem}
        main{padding-bottom:3rem}
        h1,h2,h3,h4,h5,h6,p,ul,ol,dl,blockquote,figcaption,.h7,.sign{max-width:44rem}
        p{margin:0 0 var(--after)}
        a{color:var(--link)}
        a:hover{color:var(--ink)}
        :focus-visible{outline:.1875rem solid var(--link);outline-offset:.125rem}
        .skip{position:absolute;left:-100vw;top:0;padding:.75rem 1rem;background:var(--page);z-index:9}
        .skip:focus{left:0}
        .banner{max-width:none;margin:0;padding:.5rem 1rem;background:var(--banner);color:var(--banner-ink);font-weight:700;text-align:center}
        .status{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;max-width:none;margin:.75rem 0 0;color:var(--quiet);font-size:var(--quiet-size)}
        .mast{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1rem;margin:.75rem 0 0;padding-bottom:.75rem;border-bottom:.125rem solid var(--accent)}
        .mast img{max-width:15rem;max-height:4rem;width:auto;height:auto}
        .mast p{margin:0}
        .mast .name{font-size:1.17rem;font-weight:700;color:var(--accent)}
        .mast .meet{margin-left:auto;color:var(--quiet);font-size:var(--quiet-size)}
        .lone{margin:.75rem 0 0}
        .no{margin-right:.4em;white-space:nowrap}
        .sub{color:var(--sub-ink)}
        .cap{color:var(--caption-ink)}
        .cn,.tn{color:var(--caption-note-ink)}
        .note{color:var(--note-ink)}
        .note p{display:inline}
        .note p+p::before{content:"";display:block}
        ul,ol{margin:0 0 var(--after);padding-left:var(--list-indent)}
        li{margin-bottom:var(--item-gap)}
        li>ul,li>ol{margin-bottom:0}
        @counter-style letters{system:extends lower-alpha;prefix:"(";suffix:") "}
        .letters{list-style:letters}
        blockquote{margin:0 0 var(--after);padding-left:var(--quote-indent);border-left:var(--quote-rule) solid var(--quotation)}
        .pairs{margin:1.25rem 0 var(--after)}
        .head{padding-bottom:.75rem;border-bottom:var(--details-rule) solid var(--ink)}
        .pairs>div{display:grid;grid-template-columns:var(--label-width) minmax(0,1fr);gap:0 1rem;margin-bottom:var(--pair-gap)}
        .pairs dt{font-weight:700}
        dd{margin:0}
        dd p:last-child{margin-bottom:0}
        .pairs dd p{margin-bottom:0}
        .cols{display:flex;flex-wrap:wrap;gap:1rem 1.5rem;max-width:none;margin:var(--after) 0 var(--figure-after)}
        .cols>div{flex:1 1 11rem}
        .changes>div{flex-basis:18rem}
        .cols dt{font-weight:700}
        .figures dt{font-size:2.1rem;line-height:1.15}
        .cols p{margin-bottom:.25rem}
        .changes dd{font-size:var(--cell)}
        .panel{max-width:46rem;margin:0 0 var(--after);padding:.75rem 1rem;background:var(--panel);border:var(--panel-border) solid var(--ink);border-left:var(--panel-bar) solid var(--accent)}
        .why{background:none;border:2px solid var(--ink)}
        .panel>:first-child{margin-top:0}
        .panel>:last-child{margin-bottom:0}
        .sign{margin:var(--signature-gap) 0 var(--after)}
        .sign span{display:block}
        .sign .name{font-weight:700}
        nav ol{list-style:none;margin:0 0 var(--after);padding:0}
        nav ol ol{padding-left:var(--indent);margin:.2rem 0}
        nav .no{margin:0}
        nav a{display:inline-block;padding:.1rem 0}
        .wide{position:relative;max-width:100%;max-height:90vh;overflow:auto;margin:0 0 var(--table-after);border:var(--cell-border) solid var(--border);width:fit-content}
        table{border-collapse:separate;border-spacing:0;min-width:100%;color:var(--cell-ink);font-size:var(--cell);line-height:var(--cell-leading);background:var(--page)}
        caption{padding:var(--cell-top) var(--cell-side);text-align:left;border-bottom:var(--cell-border) solid var(--border)}
        caption p{position:sticky;left:var(--cell-side);width:fit-content;max-width:min(44rem,100vw - 4rem);margin:0 0 .25rem}
        caption p:last-child{margin:0}
        th,td{padding:var(--cell-top) var(--cell-side);text-align:left;vertical-align:top;border:0 solid var(--border);border-width:0 var(--cell-border) var(--cell-border) 0;background:var(--page);overflow-wrap:break-word}
        th{font-weight:700}
        tr>:last-child{border-right-width:0}
        tbody:last-child>tr:last-child>*{border-bottom-width:0}
        th>p,td>p{margin:0 0 .35em;max-width:none}
        th>:last-child,td>:last-child{margin-bottom:0}
        th ul,td ul,th ol,td ol{padding-left:1.2em;max-width:none}
        thead th{background:var(--head);vertical-align:bottom}
        thead{position:sticky;top:0;z-index:2}
        .k{position:sticky;left:0;z-index:1}
        thead .k{z-index:3}
        th.b{position:static;background:var(--band);z-index:0}
        th.c{background:var(--inner-band);color:var(--band-ink)}
        .b>span{position:sticky;left:var(--cell-side)}
        .n{text-align:right;font-variant-numeric:tabular-nums}
        .m{text-align:center}
        td.n,th.n{white-space:normal}
        figure{margin:0 0 var(--figure-after)}
        figcaption p:last-child{margin-bottom:.5rem}
        figure img,main>section>img,.lone img{max-width:100%;height:auto}
        .chart{max-width:52rem;margin:0;color:var(--ink);font-size:var(--figure);line-height:1.35}
        .row{display:grid;grid-template-columns:minmax(6rem,12rem) minmax(0,1fr);gap:.1rem .75rem;align-items:center;margin-bottom:.7rem}
        .row>:first-child:last-child,.alone>*{grid-column:1/-1}
        .row .lab{text-align:right}
        .row svg.bar{width:100%;height:var(--bar);display:block;overflow:visible}
        .row .nums{grid-column:2;display:flex;flex-wrap:wrap;gap:0 1rem;padding-top:.2rem;font-variant-numeric:tabular-nums}
        .alone .nums{grid-column:1}
        .nums .sum{margin-left:auto;font-weight:700}
        .bar rect,.sw rect{stroke:var(--ink);stroke-width:1px}
        .sw{width:1rem;height:1rem;vertical-align:-.15rem;margin-right:.35rem;overflow:visible}
        .key{display:flex;flex-wrap:wrap;gap:.2rem 1.25rem;margin-top:.5rem}
        .plot{overflow-x:auto;max-width:44rem}
        .plot svg{display:block;width:100%;min-width:34rem;height:auto;overflow:visible}
        .plot text{fill:var(--ink);font-size:15px}
        .g{stroke:var(--grid);stroke-width:.6}
        .ax{stroke:var(--ink);stroke-width:1.2}
        .ta{stroke:var(--ink);stroke-width:1.2;stroke-dasharray:6 4;fill:none}
        .own{stroke:var(--line);stroke-width:3;fill:none}
        .dot{fill:var(--line)}
        .oth{stroke:var(--comparison);stroke-width:1.8;fill:none}
        .box{stroke:var(--comparison);stroke-width:1.8;fill:var(--page)}
        .spark{width:5rem;height:1.4em;vertical-align:middle;overflow:visible}
        .spark .own{stroke-width:1.5}
        .spark .ta{stroke-width:1;stroke-dasharray:1.5 2}
        .defs{position:absolute;width:0;height:0}
        .y{width:.97em;height:.97em;margin-right:.3em;vertical-align:-.12em;fill:none;stroke-width:.24}
        .nb{white-space:nowrap}
        .y-star{fill:var(--star)}.y-disc{fill:var(--disc)}.y-diamond{fill:var(--diamond)}.y-square{fill:var(--square)}
        .y-hollow{stroke:var(--hollow-diamond)}.y-on{stroke:var(--on)}.y-none{stroke:var(--none)}
        .y-way{fill:var(--direction)}.y-way-line{stroke:var(--direction)}
        .y-sign{stroke:var(--page);stroke-width:.34}
        .y-bold{stroke-width:.34}
        @media (max-width:40rem){
        .pairs>div{grid-template-columns:minmax(0,1fr)}
        .changes>div{flex-basis:100%}
        .k,.k.w1,.k.w2,.k.w3{max-width:8rem;min-width:4rem}
        .row{grid-template-columns:minmax(0,1fr)}
        .row .lab{text-align:left}
        .row .nums{grid-column:1}
        .mast .meet{margin-left:0}
        .w1{min-width:7rem}
        .w2{min-width:10rem}
        .w3{min-width:14rem}
        }
        @media (max-height:30rem){thead{position:static}}
        @media print{
        body{font-size:11pt}
        .skip,.pdf{display:none}
        header,main{max-width:none;padding:0}
        .wide{max-height:none;overflow:visible}
        .plot{overflow:visible}
        .plot svg{min-width:0}
        .k,thead{position:static}
        h1,h2,h3,h4,h5,h6,.h7,.cap{break-after:avoid}
        tr,figure{break-inside:avoid}
        tbody>tr:first-child{break-after:avoid}
        a{color:inherit}
        abbr{text-decoration:none}
        @page{margin:20mm}
        }

        """
}
