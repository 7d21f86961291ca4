# Finds a JDK 25 or newer and Maven, and sets JAVA_HOME; says what to install when there is none.
fits() {
    [ -x "$1/bin/javac" ] && [ "$("$1/bin/javac" -version 2>&1 | sed 's/^javac \([0-9]*\).*/\1/')" -ge 25 ] 2>/dev/null
}
found=
on_path=$(command -v javac 2>/dev/null) && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$home" ] && fits "$home"; then
        found=$home
        break
    fi
done
if [ -z "$found" ]; then
    echo "No JDK 25 was found: install one (Debian and Ubuntu: package temurin-25-jdk or openjdk-25-jdk) or set JAVA_HOME to it." >&2
    return 1 2>/dev/null || exit 1
fi
if ! command -v mvn >/dev/null 2>&1; then
    echo "Maven was not found: install it (Debian and Ubuntu: package maven)." >&2
    return 1 2>/dev/null || exit 1
fi
export JAVA_HOME=$found
export PATH="$JAVA_HOME/bin:$PATH"
