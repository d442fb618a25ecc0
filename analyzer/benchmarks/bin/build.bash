# Sourced by the commands beside it: where things are, and how to build what is missing.
home=$(cd -P -- "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
target=$home/analyzer/benchmarks/target
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

build() {
  local sources=("$home"/pom.xml "$home"/analyzer/*/pom.xml "$home"/analyzer/{core,app,benchmarks}/src/main)
  if [ -f "$target/classpath.txt" ] &&
    [ -z "$(find "${sources[@]}" -newer "$target/classpath.txt" -type f -print -quit)" ]; then
    return
  fi
  echo "building…" >&2
  (cd "$home" && ./mvnw -q -B -ntp -Dquick -DskipTests -pl analyzer/benchmarks -am package) >&2
  # Maven leaves the file alone when the class path has not changed.
  touch "$target/classpath.txt"
}

class_path() {
  printf '%s:%s' "$target/classes" "$(cat "$target/classpath.txt")"
}
