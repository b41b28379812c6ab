#!/usr/bin/env pwsh
# Builds the build project once per state of its sources, then runs it: arguments and exit code pass through.
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'

# The SDK that global.json asks for; Microsoft's install script brings it when this machine has none.
function Test-Sdk {
    $ErrorActionPreference = 'Continue' # Windows PowerShell takes what dotnet says on stderr for an error of ours
    if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) { return $false }
    Push-Location $root
    try { & dotnet --version *> $null; return $LASTEXITCODE -eq 0 } finally { Pop-Location }
}
if (-not (Test-Sdk)) {
    $sdk = Join-Path $root '.dotnet'
    $env:DOTNET_ROOT = $sdk
    $env:PATH = $sdk + [IO.Path]::PathSeparator + $env:PATH
    if (-not (Test-Sdk)) {
        [Console]::Error.WriteLine('No .NET SDK as global.json asks for was found; installing it into .dotnet (once) ...')
        New-Item -ItemType Directory -Force $sdk | Out-Null
        $installer = Join-Path $sdk 'dotnet-install.ps1'
        try { Invoke-WebRequest 'https://dot.net/v1/dotnet-install.ps1' -OutFile $installer -UseBasicParsing }
        catch {
            [Console]::Error.WriteLine('The install script could not be fetched. Install the .NET 10 SDK by hand, then run this again.')
            exit 1
        }
        & $installer -JSonFile (Join-Path $root 'global.json') -InstallDir $sdk
    }
}

$sources = @(Get-ChildItem -Recurse -File (Join-Path $root 'build')) +
    @(Get-ChildItem -File (Join-Path $root 'Directory.*')) + @(Get-Item (Join-Path $root 'global.json'))
$hashes = $sources | Sort-Object FullName | ForEach-Object { (Get-FileHash $_.FullName -Algorithm SHA256).Hash }
$bytes = [Text.Encoding]::UTF8.GetBytes($hashes -join '')
$state = [BitConverter]::ToString([Security.Cryptography.SHA256]::Create().ComputeHash($bytes)).Replace('-', '').Substring(0, 16).ToLowerInvariant()
$run = Join-Path $root "artifacts/run/$state"

if (-not (Test-Path (Join-Path $run 'Cdp.Build.dll'))) {
    [Console]::Error.WriteLine('Building (once for this state of the sources) ...')
    $new = Join-Path $root "artifacts/run/.new.$PID"
    & dotnet publish (Join-Path $root 'build/Build/Build.csproj') -c Release -o $new --nologo -v quiet | ForEach-Object { [Console]::Error.WriteLine($_) }
    if ($LASTEXITCODE -ne 0) {
        [Console]::Error.WriteLine('The build project does not compile; the messages are above.')
        Remove-Item -Recurse -Force $new -ErrorAction SilentlyContinue
        exit 1
    }
    if (Test-Path $run) { Remove-Item -Recurse -Force $new } else { Move-Item $new $run }
    # An emulator may still run from an older build: the last three stay.
    Get-ChildItem -Directory (Join-Path $root 'artifacts/run') | Sort-Object LastWriteTime -Descending | Select-Object -Skip 3 |
        Remove-Item -Recurse -Force -ErrorAction SilentlyContinue
}

& dotnet (Join-Path $run 'Cdp.Build.dll') @args
exit $LASTEXITCODE
