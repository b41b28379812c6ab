using Cdp.Emulator.Hosting;

return await EmulatorProcess.RunAsync(args, TimeProvider.System);
