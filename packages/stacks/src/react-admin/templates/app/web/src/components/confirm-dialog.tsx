import { type ReactNode, useRef } from 'react';

type Props = {
  /** On the button that opens it. */
  label: string;
  question: string;
  children?: ReactNode;
  confirm: string;
  onConfirm(): void;
  isBusy?: boolean;
};

/** A button that asks before it does what cannot be taken back. Escape and Cancel do nothing. */
export function ConfirmButton({ label, question, children, confirm, onConfirm, isBusy }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  return (
    <>
      <button
        type="button"
        className="danger"
        disabled={isBusy}
        onClick={() => dialog.current?.showModal()}
      >
        {label}
      </button>
      <dialog ref={dialog} aria-label={question}>
        <h2>{question}</h2>
        {children}
        <div className="actions">
          <button type="button" onClick={close}>
            Cancel
          </button>
          <button
            type="button"
            className="danger primary"
            onClick={() => {
              close();
              onConfirm();
            }}
          >
            {confirm}
          </button>
        </div>
      </dialog>
    </>
  );
}
