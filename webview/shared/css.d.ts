/** Stylesheets are imported for their effect: esbuild writes them beside the page's script. */
declare module '*.css';
