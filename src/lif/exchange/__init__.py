"""Spreadsheets, CSV, national data, calendars and open formats, in and out."""
