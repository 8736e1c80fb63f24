# Sourced by the other scripts: makes sure that what a build needs is here, and says what it does.

say() { printf '%s\n' "$*" >&2; }

need_swift() {
  if ! command -v swift >/dev/null 2>&1; then
    say "racetui is built with Swift 6.2 or later, and there is no 'swift' on this machine."
    say "Get it from https://www.swift.org/install/ and run this again."
    exit 1
  fi
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9]*\.[0-9][0-9]*\).*/\1/p' | head -n 1)
  case "$version" in
    6.[01] | [0-5].*)
      say "racetui is built with Swift 6.2 or later; this is Swift $version (https://www.swift.org/install/)."
      exit 1
      ;;
  esac
}

has_ncurses() {
  for folder in /usr/include /usr/local/include /usr/include/ncursesw; do
    if [ -e "$folder/curses.h" ] && [ -e "$folder/term.h" ]; then return 0; fi
  done
  return 1
}

need_ncurses() {
  if has_ncurses; then return; fi
  if ! command -v apt-get >/dev/null 2>&1; then
    say "The headers of ncurses are missing, and this system has no apt-get to install them with."
    say "Install the development package of ncurses with wide characters (ncurses-devel, ncurses) and run this again."
    exit 1
  fi
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      say "libncurses-dev is missing. As root: apt-get install libncurses-dev"
      exit 1
    fi
    as_root=sudo
  fi
  say "Installing libncurses-dev, which is missing."
  $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libncurses-dev >&2 || {
    say "libncurses-dev could not be installed."
    exit 1
  }
}

need_swift
need_ncurses
