#!/usr/bin/env bash
# Builds the build project once per state of its sources, then runs it: arguments and exit code pass through.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# The SDK that global.json asks for; Microsoft's install script brings it when this machine has none.
if ! (cd "$root" && dotnet --version) >/dev/null 2>&1; then
  export DOTNET_ROOT="$root/.dotnet" PATH="$root/.dotnet:$PATH"
  if ! (cd "$root" && dotnet --version) >/dev/null 2>&1; then
    echo "No .NET SDK as global.json asks for was found; installing it into .dotnet (once) ..." >&2
    mkdir -p "$root/.dotnet"
    curl -fsSL https://dot.net/v1/dotnet-install.sh -o "$root/.dotnet/dotnet-install.sh" || {
      echo "The install script could not be fetched. Install the .NET 10 SDK by hand, then run this again." >&2; exit 1; }
    bash "$root/.dotnet/dotnet-install.sh" --jsonfile "$root/global.json" --install-dir "$root/.dotnet" >&2
  fi
fi

sha() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }
sources() { cd "$root" && find build Directory.*.props Directory.*.targets global.json -type f -print0 | LC_ALL=C sort -z; }
state=$(sources | (cd "$root" && xargs -0 cat) | sha | cut -c1-16)
run="$root/artifacts/run/$state"

if [ ! -e "$run/Cdp.Build.dll" ]; then
  echo "Building (once for this state of the sources) ..." >&2
  mkdir -p "$root/artifacts/run"
  new=$(mktemp -d "$root/artifacts/run/.new.XXXXXX")
  trap 'rm -rf "$new"' EXIT
  dotnet publish "$root/build/Build/Build.csproj" -c Release -o "$new" --nologo -v quiet >&2 || {
    echo "The build project does not compile; the messages are above." >&2; exit 1; }
  mv -T "$new" "$run" 2>/dev/null || [ -e "$run/Cdp.Build.dll" ] || mv "$new" "$run"
  trap - EXIT
  # An emulator may still run from an older build: the last three stay.
  find "$root/artifacts/run" -mindepth 1 -maxdepth 1 -type d -printf '%T@ %p\n' 2>/dev/null \
    | sort -rn | tail -n +4 | cut -d' ' -f2- | xargs -r rm -rf
fi

exec dotnet "$run/Cdp.Build.dll" "$@"
