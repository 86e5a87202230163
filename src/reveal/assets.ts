/** The page's own style: follows the phone's light or dark theme, large digits, nothing loaded from anywhere. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#eef1f6;--card:#fff;--text:#10151f;--soft:#667085;--line:#e3e7ef;--main:#2b6be4}
@media(prefers-color-scheme:dark){:root{--bg:#0f131a;--card:#1a202b;--text:#f2f4f8;--soft:#98a2b3;--line:#2b3341;--main:#5b8ff0}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--bg);color:var(--text);font:17px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{width:min(100% - 32px,420px);margin:24px auto;padding:24px;background:var(--card);border-radius:20px;box-shadow:0 8px 30px rgba(16,21,31,.12);overflow:hidden}
h1{margin:0 0 12px;font-size:22px;line-height:1.25;overflow-wrap:anywhere}
p{margin:0 0 20px;color:var(--soft)}
p.small{margin:16px 0 0;font-size:14px}
button{font:inherit;cursor:pointer;border:0;border-radius:12px;color:var(--main);background:color-mix(in srgb,var(--main) 12%,transparent);padding:8px 14px;font-size:15px;font-weight:600}
button.main{width:100%;padding:15px;color:#fff;background:var(--main);font-size:17px}
button:focus-visible{outline:3px solid var(--main);outline-offset:2px}
.timer{height:4px;margin:0 0 8px;border-radius:2px;background:var(--main);transform-origin:left;animation:run 60s linear forwards}
.details{margin:0;display:grid;grid-template-columns:1fr 1fr;column-gap:20px;animation:gone 0s 60s forwards}
.details>div{grid-column:1/-1;display:grid;grid-template-columns:1fr auto;align-items:center;column-gap:12px;padding:12px 0;border-bottom:1px solid var(--line)}
.details>.half{grid-column:auto}
dt{grid-column:1/-1;color:var(--soft);font-size:14px}
dd{margin:0;overflow-wrap:anywhere}
.pan dd,.half dd{font-size:22px;font-weight:600;font-variant-numeric:tabular-nums;letter-spacing:.02em;white-space:nowrap}
.pan dd{font-size:clamp(18px,5.6vw,24px)}
.pan dd,.half dd,.pan button,.half button{grid-column:1/-1}
.pan button,.half button{margin-top:10px;padding-inline:4px}
@keyframes run{to{transform:scaleX(0)}}
@keyframes gone{to{visibility:hidden}}
`;

/** Copy buttons, and leaving: the details are taken out of the document after a minute or when the page is left. */
export const SCRIPT = `
for (const button of document.querySelectorAll("button[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  const label = button.textContent;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = label; }, 1500);
  });
}
const hide = () => document.querySelector(".details")?.remove();
setTimeout(() => { hide(); location.replace(location.href); }, 60000);
addEventListener("pagehide", hide);
`;
