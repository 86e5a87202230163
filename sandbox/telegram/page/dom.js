// The only way the page makes elements. Data becomes text nodes and attributes, never markup, so that a merchant called
// `<img onerror=…>` is just an ugly name.

/** @typedef {Node | string | false | null | undefined} Child */
/** @typedef {Record<string, string | number | boolean | undefined | Record<string, (event: any) => void>>} Props */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Builds an element. `on: {click}` adds listeners; `true` sets an empty attribute, `false` and `undefined` none.
 * @param {string} tag
 * @param {Props} [props]
 * @param {...(Child | Child[])} children
 * @returns {any} the element; its exact type is the caller's business
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  setAll(element, props);
  element.append(...children.flat().filter(isNode));
  return element;
}

/** @param {Element} element @param {Props} props */
function setAll(element, props) {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "object") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
}

/** @param {Child} child @returns {child is Node | string} */
const isNode = (child) => child !== false && child !== null && child !== undefined;

/** Outlines on a 24 x 24 grid, drawn for this page. */
const ICONS = {
  send: "M3 20.5 21.5 12 3 3.5 3 10.2 15 12 3 13.8Z",
  down: "M5 9.5 12 16.5 19 9.5",
  copy: "M9 9h10v11H9zM15 9V4H5v11h4",
  link: "M8 16 17 7M9.5 7H17v7.5",
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6 6 18",
  globe: "M12 3a9 9 0 1 0 .01 0M3 12h18M12 3c-5.4 5.5-5.4 12.5 0 18M12 3c5.4 5.500 5.4 12.5 0 18",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  back: "M15 5 8 12l7 7",
  tick: "M5 12.5 10 17.5 19.5 7",
};

/**
 * @param {keyof typeof ICONS} name
 * @returns {SVGElement} decorative: the control that holds it has the words
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  setAll(svg, { viewBox: "0 0 24 24", "aria-hidden": "true", class: `icon icon-${name}` });
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}
