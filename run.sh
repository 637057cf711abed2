#!/usr/bin/env bash
# Builds Parley when its sources changed, and runs it. Stays the JVM's parent: forwards signals, returns its status,
# and gives the terminal back should the JVM die without doing so.
set -u

fail() { printf 'parley: %s\n' "$1" >&2; exit "${2:-1}"; }

here() { # the folder of this script, symlinks followed
    local self=$0 link
    while [ -L "$self" ]; do
        link=$(readlink "$self")
        case $link in /*) self=$link ;; *) self=${self%"${self##*/}"}$link ;; esac
    done
    case $self in */*) self=${self%/*} ;; *) self=. ;; esac
    CDPATH='' cd -P -- "${self:-/}" && pwd
}
HOUSE=$(here) || fail "cannot find the folder of run.sh"
HOME=${HOME:-}

release_of() { # version of the JDK in folder $1, as 17.0.15 or 25; 0 when there is none
    local version=0 line
    if [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
        while IFS= read -r line; do
            case $line in JAVA_VERSION=*) version=${line#*\"}; version=${version%%\"*}; version=${version#1.} ;; esac
        done <"$1/release"
    fi
    printf '%s' "${version:-0}"
}

find_java() { # JAVA_HOME when it will do (somebody chose it), else the newest there is
    local best=0 candidate version on_path
    JDK=${JAVA_HOME:-}
    JDK_RELEASE=$(release_of "$JDK")
    JDK_VERSION=${JDK_RELEASE%%[!0-9]*}
    [ "$JDK_VERSION" -ge 17 ] && return
    on_path=$(command -v java || true)
    while [ -L "$on_path" ]; do
        candidate=$(readlink "$on_path")
        case $candidate in /*) on_path=$candidate ;; *) on_path=${on_path%/*}/$candidate ;; esac
    done
    for candidate in "${on_path%/bin/java}" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        version=$(release_of "$candidate")
        if [ "${version%%[!0-9]*}" -gt "$best" ]; then
            best=${version%%[!0-9]*}; JDK=$candidate; JDK_RELEASE=$version; JDK_VERSION=$best
        fi
    done
    [ "$best" -ge 17 ] && return
    [ "$best" -gt 0 ] && fail "the newest JDK here is $best ($JDK); Parley needs 17 or newer. Install one, or set JAVA_HOME." 2
    fail "no JDK found. Install JDK 17 or newer (on Debian: apt install openjdk-17-jdk-headless), or set JAVA_HOME." 2
}

without_secrets() ( # runs a program that needs no account
    # shellcheck disable=SC2086
    unset ${!LP_*}
    exec "$@"
)

changed() { # whether the last build was cut short, or anything that goes into the jar is newer than it
    [ -r "$JAR" ] && [ ! -e "$HOUSE/target/.building" ] || return 0
    [ -n "$(find "$HOUSE/pom.xml" "$HOUSE/src/main" "$HOUSE/themes" -newer "$JAR" -print 2>/dev/null | head -n 1)" ]
}

build() {
    local mvn log=$HOUSE/target/build.log
    printf 'parley: building, this takes a minute the first time …\n' >&2
    # shellcheck disable=SC2086
    mvn=$(command -v mvn) || mvn=$(without_secrets "$JDK/bin/java" ${MAVEN_OPTS:-} "$HOUSE/.mvn/wrapper/FetchMaven.java" \
        "$HOUSE/.mvn/wrapper/maven-wrapper.properties" "${XDG_CACHE_HOME:-$HOME/.cache}/parley") || exit 1
    : >"$HOUSE/target/.building"
    # A Parley that runs keeps the old jar; written over, it would lose its classes. What was deleted must not stay.
    rm -rf "$JAR" "$HOUSE/target/classes"
    if ! (cd "$HOUSE" && JAVA_HOME=$JDK without_secrets "$mvn" -B -q -ntp -Dparley.run -Dmaven.test.skip=true package) >"$log" 2>&1 </dev/null; then
        if grep -qiE 'Could not (transfer|find) artifact|UnknownHost|Connection (refused|timed out)|unresolvable' "$log"; then
            grep -m 1 -iE 'Could not (transfer|find) artifact|UnknownHost|Connection|unresolvable' "$log" | cut -c 1-300 >&2
            fail "the libraries could not be fetched: the first build needs the network (a proxy goes into MAVEN_OPTS or Maven's settings). All of it: $log"
        fi
        grep -m 5 'ERROR' "$log" >&2
        fail "the build failed. All of it: $log"
    fi
    touch -r "$HOUSE/target/.building" "$JAR" # what was changed during the build is newer
    rm -f "$HOUSE/target/.building" "$HOUSE"/target/parley-*.archive*
}

build_once() { # two run.sh at the same time must not build into each other
    changed || return 0
    { mkdir -p "$HOUSE/target" && : >>"$HOUSE/target/.lock"; } 2>/dev/null ||
        fail "Parley must be built, and you may not write to $HOUSE/target: its owner runs ./run.sh once."
    {
        if command -v flock >/dev/null 2>&1 && ! flock -n 9; then
            printf 'parley: waiting for another run.sh that builds …\n' >&2
            flock 9
        fi
        if changed; then build; fi
    } 9>>"$HOUSE/target/.lock"
}

trap 'exit 130' INT
JAR=$HOUSE/target/parley.jar
find_java
build_once

TTY=false
[ -t 0 ] && [ -t 1 ] && TTY=true

# Without a folder that is there the JVM would write its crash report into the folder that one happens to be in.
STATE=${XDG_STATE_HOME:-}
case $STATE in /*) ;; *) STATE=${HOME:+$HOME/.local/state} ;; esac
CRASHES=${STATE:+$STATE/parley/log}
if [ -n "$CRASHES" ] && { [ -d "$CRASHES" ] || (umask 077 && mkdir -p "$CRASHES") 2>/dev/null; } && [ -w "$CRASHES" ]; then
    REPORT=-XX:ErrorFile=$CRASHES/crash-%p.log
else
    CRASHES='' REPORT=-XX:+SuppressFatalErrorMessage
fi
# Dumps of memory hold what was said, and tokens.
ulimit -c 0 2>/dev/null
# Under LC_ALL=C a JDK 17 mangles arguments: it runs in UTF-8 and is told what the person's locale says.
JVM=(env "PARLEY_LOCALE=${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" LC_ALL=C.UTF-8 "$JDK/bin/java"
    -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms64m -XX:NewSize=24m -Xmx256m -Xss512k -XX:-UsePerfData
    -XX:+ExitOnOutOfMemoryError -XX:-HeapDumpOnOutOfMemoryError -XX:-CreateCoredumpOnCrash "$REPORT"
    -Dfile.encoding=UTF-8 -Dsun.jnu.encoding=UTF-8 "-Dparley.tty=$TTY" "-Dparley.house=$HOUSE" "-Dparley.parent=$$")
# What works behind the screen gives way to the threads between a key and its echo: of itself the JVM asks Linux for no
# priorities. Only lower ones, for which no rights are needed, nor a warning about rights.
case ${OSTYPE:-} in
linux*) JVM+=(-XX:+UnlockDiagnosticVMOptions -XX:-PrintWarnings -XX:ThreadPriorityPolicy=1
    -XX:JavaPriority1_To_OSPriority=10 -XX:CompilerThreadPriority=0 -XX:VMThreadPriority=0) ;;
esac
[ "$JDK_VERSION" -ge 24 ] && JVM+=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
# What a start loads is loaded once after a build and kept in a form that the JVM maps instead of parsing.
ARCHIVE=$HOUSE/target/parley-$JDK_RELEASE.archive
if [ "$JDK_VERSION" -ge 25 ]; then
    KEEP=-XX:AOTCacheOutput USE=-XX:AOTCache
else
    KEEP=-XX:ArchiveClassesAtExit USE=-XX:SharedArchiveFile
fi

if [ ! -f "$ARCHIVE" ] && [ -w "$HOUSE/target" ]; then
    printf 'parley: making later starts faster …\n' >&2
    without_secrets "${JVM[@]}" "$KEEP=$ARCHIVE.$$" -Xlog:disable -Xlog:all=off -cp "$JAR" dev.parley.cli.Main warm-up \
        >/dev/null 2>&1 </dev/null
    mv -f "$ARCHIVE.$$" "$ARCHIVE" 2>/dev/null || rm -f "$ARCHIVE.$$"
    rm -f "$ARCHIVE.$$".*
fi
[ -f "$ARCHIVE" ] && JVM+=("$USE=$ARCHIVE" -Xlog:disable -Xlog:all=off)

SAVED=
[ -t 0 ] && SAVED=$(without_secrets stty -g 2>/dev/null)

CHILD='' TOLD=''
for signal in TERM INT HUP; do
    # shellcheck disable=SC2064
    trap "AGAIN=1 TOLD=$signal; [ -z \"\$CHILD\" ] || kill -$signal \$CHILD 2>/dev/null" "$signal"
done
# In the background, so that a signal to this shell is handled at once; the subshell undoes what bash ignores there.
( trap - INT QUIT; exec "${JVM[@]}" -cp "$JAR" dev.parley.cli.Main "$@" ) <&0 &
CHILD=$!
[ -z "$TOLD" ] || kill -"$TOLD" "$CHILD" 2>/dev/null # it came before there was anybody to tell
AGAIN=1
while [ -n "$AGAIN" ]; do # a trapped signal ends the wait, not the JVM
    AGAIN=
    wait "$CHILD" 2>/dev/null
    STATUS=$?
done
BACK=
if [ -n "$SAVED" ] && [ "$(without_secrets stty -g 2>/dev/null)" != "$SAVED" ]; then
    # The rest of a paste was meant for Parley: the shell would run it.
    UNTIL=$((SECONDS + 2))
    while [ "$SECONDS" -lt "$UNTIL" ] && IFS= read -r -s -t 0.1 -n 4096 _; do :; done
    without_secrets stty "$SAVED" 2>/dev/null
    # What the JVM would have undone: colours, a frame half drawn, the modes of TerminalKind, cursor, alternate screen.
    printf '\033[m\033[?2026l\033[?1006l\033[?1000l\033[8h\033[?1007h\033[?1007r\033[?1004l\033[?2004l\033[23;0t\033[?7h\033[?25h\033[?1049l' 2>/dev/null
    BACK="; the terminal has been put back"
fi
WHY=
[ "$STATUS" -gt 128 ] && WHY="was stopped by signal $((STATUS - 128))"
if [ -n "$BACK" ]; then
    # The JVM has died on its own. These two codes mean something else where the screen was never taken.
    case $STATUS in
    3) # -XX:+ExitOnOutOfMemoryError
        WHY="ran out of memory and was stopped" STATUS=1 ;;
    1) # -XX:-CreateCoredumpOnCrash
        WHY="crashed" ;;
    esac
fi
[ -n "$WHY" ] && [ -n "$CRASHES" ] && [ -e "$CRASHES/crash-$CHILD.log" ] && BACK="$BACK; $CRASHES/crash-$CHILD.log says why"
case $STATUS in
129 | 130 | 143) ;;
*) [ -n "$WHY" ] && fail "Parley $WHY$BACK." "$STATUS" ;;
esac
exit "$STATUS"
