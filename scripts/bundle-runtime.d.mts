/** The text that every module made by `kinerja compile` begins with. */
export declare function bundleRuntime(): Promise<string>;
