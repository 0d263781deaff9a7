/** Content-addressed bytes. The digest is `sha256:<hex>` of the content; equal content is stored once. */
export interface BlobStore {
  put(content: Uint8Array): Promise<string>;
  /** Throws `BlobNotFound`; throws `BlobCorrupt` when the bytes no longer match their digest. */
  get(digest: string): Promise<Buffer>;
  has(digest: string): Promise<boolean>;
}
