namespace Cdp.Digdag.Operators;

/// <summary>The Ruby side of <c>rb&gt;</c>.</summary>
internal static class RubyRunner
{
    public const string Script = """
        require "json"

        in_path, out_path, command = ARGV
        params = JSON.parse(File.read(in_path))["params"]

        module Digdag
          class Env
            attr_reader :params, :subtask_config, :export_params, :store_params

            def initialize(params)
              @params = params
              @subtask_config = {}
              @export_params = {}
              @store_params = {}
            end

            def export(given) = @export_params.merge!(given)

            def store(given) = @store_params.merge!(given)

            def add_subtask(config) = @subtask_config["+subtask#{@subtask_config.size}"] = config
          end

          class << self
            attr_accessor :env
          end
        end

        Digdag.env = Digdag::Env.new(params)

        def arguments(method, params)
          names = method.parameters.select { |kind, _| %i[req opt].include?(kind) }.map { |_, name| name.to_s }
          names.take_while { |name| params.key?(name) }.map { |name| params[name] }
        end

        *owner, name = command.split(/::|\./)
        if owner.empty?
          target = method(name)
        else
          type = owner.reduce(Object) { |scope, part| scope.const_get(part) }
          target = type.respond_to?(name) ? type.method(name) : type.new.method(name)
        end

        target.call(*arguments(target, params))
        env = Digdag.env
        File.write(out_path, JSON.generate(
          "subtask_config" => env.subtask_config, "export_params" => env.export_params, "store_params" => env.store_params))
        """;
}
