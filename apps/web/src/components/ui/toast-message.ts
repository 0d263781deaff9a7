export type ToastMessage = {
  title: string;
  text?: string;
  tone?: 'plain' | 'failed' | 'succeeded';
  /** Where the thing that the message is about can be seen. */
  href?: string;
};
export type ShownToast = ToastMessage & { id: number };
