/** A file of code that is handed in. */
export type UploadedFile = { path: string; content: Buffer; executable: boolean };
