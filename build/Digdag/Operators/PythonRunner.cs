namespace Cdp.Digdag.Operators;

/// <summary>The Python side of <c>py&gt;</c>: module <c>digdag</c>, the call, and the output file.</summary>
internal static class PythonRunner
{
    public const string Script = """
        import collections
        import importlib
        import inspect
        import json
        import os
        import sys
        import traceback
        import types

        in_path, out_path, command = sys.argv[1], sys.argv[2], sys.argv[3]
        sys.path.insert(0, os.path.abspath(os.getcwd()))

        with open(in_path, encoding="utf-8") as f:
            params = json.load(f)["params"]


        class Env(object):
            def __init__(self):
                self.params = params
                self.subtask_config = collections.OrderedDict()
                self.export_params = {}
                self.store_params = {}
                self.state_params = {}
                self.subtask_index = 0

            def set_state(self, given=None, **more):
                self.state_params.update(given or {}, **more)

            def export(self, given=None, **more):
                self.export_params.update(given or {}, **more)

            def store(self, given=None, **more):
                self.store_params.update(given or {}, **more)

            def add_subtask(self, function=None, **given):
                if isinstance(function, dict):
                    config = dict(function)
                elif isinstance(function, str):
                    config = dict(given, **{"py>": function})
                elif function is not None:
                    config = dict(given, **{"py>": "%s.%s" % (function.__module__, function.__qualname__)})
                else:
                    config = given
                self.subtask_config["+subtask%d" % self.subtask_index] = config
                self.subtask_index += 1


        env = Env()
        digdag = types.ModuleType("digdag")
        digdag.env = env
        digdag.task = types.SimpleNamespace(
            set_state=env.set_state, export_params=env.export_params, store_params=env.store_params,
            state_params=env.state_params, subtask_config=env.subtask_config, add_subtask=env.add_subtask)
        sys.modules["digdag"] = digdag


        def find(name):
            module_name, _, function = name.rpartition(".")
            if not module_name:
                raise ValueError("Empty module name")
            try:
                return importlib.import_module(module_name), function, None
            except ImportError as missing:
                outer, _, kind = module_name.rpartition(".")
                if missing.name != module_name:
                    raise
                if not outer:
                    raise ValueError("Empty module name")
                return importlib.import_module(outer), function, kind


        def arguments(function, skip):
            parameters = list(inspect.signature(function).parameters.values())[skip:]
            chosen = {}
            for p in parameters:
                if p.kind == p.VAR_KEYWORD:
                    return dict(params)
                if p.kind == p.VAR_POSITIONAL:
                    continue
                if p.name in params:
                    chosen[p.name] = params[p.name]
                elif p.default is p.empty:
                    raise TypeError("Method '%s' requires parameter '%s' but not set" % (function.__name__, p.name))
            return chosen


        def call(name):
            module, function, kind = find(name)
            if kind is None and not isinstance(getattr(module, function, None), type):
                target = getattr(module, function)
                return target(**arguments(target, 0))
            type_ = getattr(module, kind or function)
            own_init = type_.__init__ is not object.__init__
            instance = type_(**arguments(type_.__init__, 1)) if own_init else type_()
            target = getattr(instance, function if kind else "run")
            return target(**arguments(target, 0))


        def write(**more):
            out = {
                "subtask_config": env.subtask_config, "export_params": env.export_params,
                "store_params": env.store_params, "state_params": env.state_params,
            }
            out.update(more)
            with open(out_path, "w", encoding="utf-8") as f:
                json.dump(out, f)


        try:
            call(command)
        except SystemExit:
            raise
        except BaseException as ex:
            lines = traceback.format_exception(type(ex), ex, ex.__traceback__)
            write(error={"class": type(ex).__name__, "message": str(ex), "backtrace": lines})
            sys.stderr.write("".join(lines))
            sys.exit(1)
        write()
        """;
}
