"""PDF and Word, printed from the page: it is read once into blocks, which two printers set."""
