#!/bin/sh
# Installs what the tests need of the operating system and does not find: a browser that looks at the pages
# and Node for the YAML language server. Safe to run again: what is there is left alone.
set -eu

wanted=""
want() { # want PROGRAM PACKAGE…: note the packages when the program is not there
  program=$1
  shift
  command -v "$program" >/dev/null 2>&1 || wanted="$wanted $*"
}

want git git
want node nodejs
want npm npm
want chromium chromium
want pdftoppm poppler-utils
want soffice libreoffice-writer-nogui
[ -e /usr/lib/libreoffice/program/libsclo.so ] || wanted="$wanted libreoffice-calc-nogui"
want java default-jre-headless
want fc-match fontconfig
# Chromium without a font draws empty boxes, and the pictures that tests compare have no words in them.
if ! fc-list 2>/dev/null | grep -qi liberation; then wanted="$wanted fonts-liberation"; fi

[ -n "$wanted" ] || exit 0

if [ "$(id -u)" = 0 ]; then
  as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  as_root="sudo -n"
else
  as_root="none"
fi

if [ "$as_root" = none ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "The tests also need:$wanted (names of Debian packages). Install them, then run this again." >&2
  exit 1
fi

echo "Installing$wanted …"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq </dev/null
# shellcheck disable=SC2086 # the words are package names, to be split
$as_root apt-get install -y -qq --no-install-recommends $wanted </dev/null >/dev/null
