// Runs before the page is shown, so that it never flashes in the other theme.
const theme = localStorage.getItem('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
