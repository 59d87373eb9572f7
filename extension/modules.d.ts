/** What esbuild turns files into that TypeScript doesn't know. */
declare module "*.css" {
  const text: string;
  export default text;
}
