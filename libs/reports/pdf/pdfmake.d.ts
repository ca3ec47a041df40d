/** The part of pdfmake 0.3 we use: the package brings no types of its own. */
declare module 'pdfmake' {
  export type Content = string | ContentNode | Content[];
  export interface ContentNode {
    text?: Content;
    stack?: Content[];
    columns?: Content[];
    ul?: Content[];
    table?: { widths: (number | '*' | 'auto')[]; headerRows?: number; dontBreakRows?: boolean; body: Content[][] };
    canvas?: { type: 'line'; x1: number; y1: number; x2: number; y2: number; lineWidth: number; lineColor: string }[];
    layout?: string | TableLayout;
    style?: string;
    width?: number | '*' | 'auto';
    margin?: [number, number, number, number];
    columnGap?: number;
    alignment?: 'left' | 'right' | 'center';
    unbreakable?: boolean;
    headlineLevel?: number;
    preserveLeadingSpaces?: boolean;
  }
  export interface TableLayout {
    hLineWidth?: (row: number, node: { table: { body: unknown[] } }) => number;
    vLineWidth?: (column: number, node: { table: { widths: unknown[] } }) => number;
    hLineColor?: () => string;
    vLineColor?: () => string;
    fillColor?: (row: number) => string | null;
    paddingLeft?: () => number;
    paddingRight?: () => number;
    paddingTop?: () => number;
    paddingBottom?: () => number;
  }
  export interface DocumentDefinition {
    version: '1.7';
    pageSize: 'A4';
    pageMargins: [number, number, number, number];
    language: string;
    displayTitle: boolean;
    compress: boolean;
    info: Record<string, string | Date>;
    header: (page: number) => Content;
    footer: (page: number, pages: number) => Content;
    watermark?: { text: string; color: string; opacity: number; bold: boolean };
    content: Content[];
    styles: Record<string, Record<string, unknown>>;
    defaultStyle: Record<string, unknown>;
    pageBreakBefore: (
      node: { headlineLevel?: number },
      queries: { getFollowingNodesOnPage: () => unknown[] },
    ) => boolean;
  }
  interface PdfMaker {
    setFonts: (fonts: Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>) => void;
    setUrlAccessPolicy: (allows: (url: string) => boolean) => void;
    setLocalAccessPolicy: (allows: (path: string) => boolean) => void;
    createPdf: (definition: DocumentDefinition) => { getBuffer: () => Promise<Buffer> };
  }
  const pdfmake: PdfMaker;
  export { pdfmake as default };
}
