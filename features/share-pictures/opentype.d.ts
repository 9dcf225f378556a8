/** The part of opentype.js that draw-process.ts uses; the package brings no types. */
declare module 'opentype.js' {
  type Point = { x: number; y: number };
  export type PathCommand =
    | ({ type: 'M' | 'L' } & Point)
    | ({ type: 'Q'; x1: number; y1: number } & Point)
    | ({ type: 'C'; x1: number; y1: number; x2: number; y2: number } & Point)
    | { type: 'Z' };
  export type Font = {
    unitsPerEm: number;
    charToGlyphIndex: (character: string) => number;
    charToGlyph: (character: string) => { advanceWidth?: number };
    /** `y` is the baseline; sizes in pixels. */
    getPath: (text: string, x: number, y: number, size: number) => { commands: PathCommand[] };
  };
  /** Reads OpenType, TrueType and WOFF, not WOFF2; throws on anything else. */
  export function parse(file: ArrayBuffer): Font;
}
