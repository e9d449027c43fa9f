# What `orrery` and `verify` both must find out: a JDK that is new enough, and which system packages are missing.
# Sourced, never run. Sets nothing but functions.

needed_java=25
maven_version=3.9.11
maven_sha512=bcfe4fe305c962ace56ac7b5fc7a08b87d5abd8b7e89027ab251069faebee516b0ded8961445d6d91ec1985dfe30f8153268843c89aa392733d1a3ec956c9978

# Prints the major version of the JDK in $1, or nothing where there is none.
jdk_version() {
  [ -x "$1/bin/javac" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

# Prints the home of a JDK >= $needed_java: JAVA_HOME, the one on PATH, the usual folders.
find_jdk() {
  local on_path="" home version
  if command -v javac >/dev/null 2>&1; then
    on_path=$(dirname "$(dirname "$(readlink -f "$(command -v javac)" 2>/dev/null || command -v javac)")")
  fi
  for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* /usr/local/openjdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$home" ] || continue
    version=$(jdk_version "$home")
    if [ -n "$version" ] && [ "$version" -ge "$needed_java" ]; then
      printf '%s\n' "$home"
      return 0
    fi
  done
  return 1
}

require_jdk() {
  if ! JAVA_HOME=$(find_jdk); then
    echo "Orrery needs a JDK $needed_java or newer; none was found in JAVA_HOME, on PATH or in the usual folders." \
      "Install one (for example Eclipse Temurin $needed_java) or set JAVA_HOME." >&2
    exit 3
  fi
  export JAVA_HOME
}

# Sets `maven` to the machine's Maven, or to one fetched once from Maven Central (checksum held) where the machine has none.
# Takes the folder of this file. Returns 1, with the reason on standard error, where none could be had.
require_maven() {
  if has_command mvn; then maven=mvn; return 0; fi
  local cache="${XDG_CACHE_HOME:-$HOME/.cache}/orrery-build" name="apache-maven-$maven_version"
  maven="$cache/$name/bin/mvn"
  if [ -x "$maven" ]; then return 0; fi
  echo "orrery: no Maven on this machine; fetching $maven_version from Maven Central into $cache" >&2
  mkdir -p "$cache" || return 1
  if ! "$JAVA_HOME/bin/java" "$1/FetchMaven.java" \
    "https://repo.maven.apache.org/maven2/org/apache/maven/apache-maven/$maven_version/$name-bin.tar.gz" \
    "$maven_sha512" "$cache/$name.tar.gz" ||
    ! tar -xzf "$cache/$name.tar.gz" -C "$cache"; then
    echo "orrery: Maven is needed to build; install it: $(install_line maven)" >&2
    return 1
  fi
  rm -f "$cache/$name.tar.gz"
}

# In a locale without UTF-8, Java cannot open files whose names are not ASCII.
use_utf8() {
  if [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then export LC_ALL=C.UTF-8; fi
}

# Asks the system once: this runs at every start.
has_library() {
  : "${known_libraries:=$(ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null)}"
  case "$known_libraries" in *"$1"*) ;; *) return 1 ;; esac
}

has_command() {
  command -v "$1" >/dev/null 2>&1
}

# Prints the Debian packages that are missing for building and for the window.
missing_for_open() {
  [ "$(uname -s)" = Linux ] || return 0
  has_command cc || echo gcc libc6-dev
  has_command npm || echo npm
  has_library libgtk-3.so.0 || echo libgtk-3-0
  has_library libEGL.so.1 || echo libegl1
  has_library libGL.so.1 || echo libgl1
  has_library libEGL_mesa.so.0 || echo libegl-mesa0 libgl1-mesa-dri
  has_library libXtst.so.6 || echo libxtst6
  has_library libXxf86vm.so.1 || echo libxxf86vm1
  has_library libfontconfig.so.1 || echo fontconfig
  has_any_font || echo fonts-dejavu-core
  has_library libgomp.so.1 || echo libgomp1
}

has_any_font() {
  [ -n "$(find /usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" "$HOME/.local/share/fonts" \
    \( -name '*.ttf' -o -name '*.otf' \) -print -quit 2>/dev/null)" ]
}

# What the tests need beyond that.
missing_for_verify() {
  missing_for_open
  [ "$(uname -s)" = Linux ] || return 0
  has_command Xvfb || echo xvfb
  has_command rg || echo ripgrep
  has_command git || echo git
  has_command setpriv || echo util-linux
}

# Prints the one line that installs the packages given as arguments.
install_line() {
  local sudo=""
  [ "$(id -u)" = 0 ] || sudo="sudo "
  echo "${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends $*"
}
