/** The mark: seven stages, one signed. */
export function Mark() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden className="size-5 text-accent">
      <rect x="1" y="1" width="18" height="18" rx="5" fill="currentColor" opacity="0.16" />
      <path
        d="M5 12.5 10 15l5-2.5M5 10l5 2.5L15 10M10 5l5 2.5L10 10 5 7.5 10 5Z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
